export { T as SignatureChecker, E as signText } from "./publication.js";
