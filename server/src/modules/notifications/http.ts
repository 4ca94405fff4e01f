import { read, type Route, write } from "../../platform/route.ts";
import * as contract from "./contract.ts";
import { pageOfMails, readMailRow, readWholeMail } from "./queries.ts";
import { resendMail } from "./resend-mail.ts";

export const routes: Route[] = [
  read(contract.listMails, (ctx, { query }) => pageOfMails(ctx, query)),
  read(contract.readMail, (ctx, { params }) => readWholeMail(ctx, params.id)),
  write(contract.resendMail, async (ctx, { params }) =>
    readMailRow(ctx, await resendMail(ctx, params.id)),
  ),
];
