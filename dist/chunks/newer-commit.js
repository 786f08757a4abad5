export { a as isNewerAt } from "./publication.js";
