import { phased, read, type Route, write } from "../../platform/route.ts";
import * as contract from "./contract.ts";
import { answerBalance } from "./find-card.ts";
import {
  answerAdjustment,
  answerBlock,
  answerIssue,
  mailAgain,
  showCode,
} from "./manage-gift-card.ts";
import { listGiftCards, readGiftCard } from "./read-gift-cards.ts";
import { answerCreditAdjustment, answerCustomerCredit, answerOwnCredit } from "./store-credit.ts";

export const routes: Route[] = [
  phased(contract.checkGiftCard, (edge, { body }) => answerBalance(edge, body.code)),
  read(contract.getOwnCredit, (ctx) => answerOwnCredit(ctx)),
  read(contract.listGiftCards, (ctx, input) => listGiftCards(ctx, input)),
  read(contract.getGiftCard, (ctx, { params }) => readGiftCard(ctx, params.id)),
  write(contract.issueGiftCard, answerIssue),
  write(contract.showGiftCardCode, (ctx, { params }) => showCode(ctx, params.id)),
  write(contract.mailGiftCard, (ctx, { params }) => mailAgain(ctx, params.id)),
  write(contract.blockGiftCard, answerBlock),
  write(contract.adjustGiftCard, answerAdjustment),
  read(contract.getCustomerCredit, (ctx, { params }) =>
    answerCustomerCredit(ctx, params.customerId),
  ),
  write(contract.adjustCustomerCredit, answerCreditAdjustment),
];
