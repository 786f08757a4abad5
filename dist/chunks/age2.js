export { t as createAge } from "./age.js";
