export { E as SignatureChecker, D as signText } from "./publication.js";
