export { v as SignatureChecker, y as signText } from "./publication.js";
