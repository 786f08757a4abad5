export { Zt as NO_BUDGET, G as reportOf, $t as reviewMarkdown, W as reviewText } from "./shared.js";
import "./review.js";
