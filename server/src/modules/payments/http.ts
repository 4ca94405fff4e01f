import { phased, read, type Route, write } from "../../platform/route.ts";
import { answerConfirmation } from "./confirm-operation.ts";
import {
  assignBankLine,
  confirmOperation,
  ignoreBankLine,
  importStatement,
  listBankLines,
  listProviderEvents,
  previewStatement,
  readPayment,
  returnFromPayment,
} from "./contract.ts";
import { answerProviderEvents } from "./list-provider-events.ts";
import { answerPayment, answerReturn } from "./shopper-payment.ts";
import { answerAssignment, answerBankLines, answerDismissal } from "./statement/bank-lines.ts";
import { answerImport, answerPreview } from "./statement/import-statement.ts";

export const routes: Route[] = [
  read(readPayment, answerPayment),
  phased(returnFromPayment, answerReturn),
  read(previewStatement, answerPreview),
  write(importStatement, answerImport),
  read(listBankLines, answerBankLines),
  write(assignBankLine, answerAssignment),
  write(ignoreBankLine, answerDismissal),
  write(confirmOperation, answerConfirmation),
  read(listProviderEvents, answerProviderEvents),
];
