export { I as archiveTarget } from "./shared.js";
