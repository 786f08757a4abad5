export { n as runMergeDriver } from "./merge.js";
