export { yn as NO_BUDGET, ot as reportOf, xn as reviewMarkdown, at as reviewText } from "./shared.js";
import "./review.js";
