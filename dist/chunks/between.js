import { Gr as hasSameSchema } from "./shared.js";
import { t as diff } from "./difference.js";
import { n as demandsBetween, r as dangersBetween, t as createReach } from "./review.js";
export { createReach, dangersBetween, demandsBetween, diff, hasSameSchema };
