export { t as runMergeDriver } from "./merge.js";
