export { V as writeValue } from "./publication.js";
