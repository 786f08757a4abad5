export { B as writeValue } from "./publication.js";
