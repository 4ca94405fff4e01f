export { cancelOverdue, notPaidInTime } from "./cancel-overdue.ts";
