import type { signIn as english } from "../en/sign-in.ts";
import type { Words } from "../words.ts";

export const signIn: Words<typeof english> = {
  title: "Anmelden",
  to: (shop) => `${shop} · Verwaltung`,
  email: "E-Mail",
  password: "Passwort",
  showPassword: "Passwort zeigen",
  submit: "Anmelden",
  forgot: "Passwort vergessen?",
  codeHint: "Öffnen Sie Ihre Authenticator-App und geben Sie die sechs Ziffern ein, die sie zeigt.",
  code: "Code",
  recoveryHint:
    "Geben Sie einen der Wiederherstellungscodes ein, die Sie beim Einschalten aufbewahrt haben. Jeder gilt einmal.",
  recoveryCode: "Wiederherstellungscode",
  useRecovery: "Stattdessen einen Wiederherstellungscode benutzen",
  useApp: "Stattdessen die Authenticator-App benutzen",
  startOver: "Als jemand anderes anmelden",
  endedTitle: "Bitte noch einmal anmelden",
  ended: "Ihre Sitzung ist beendet. Diese Seite und Ihre Eingaben bleiben, wie sie sind.",
  wait: (minutes) => `Zu viele Versuche. Bitte in ${minutes} Min. noch einmal.`,
  resetTitle: "Neues Passwort",
  resetAsk:
    "Geben Sie Ihre E-Mail-Adresse ein. Gibt es ein Konto, bekommen Sie einen Link, der einmal gilt.",
  sendLink: "Link schicken",
  linkSent:
    "Gibt es ein Konto mit dieser Adresse, ist die E-Mail unterwegs. Das kann eine Minute dauern.",
  newPassword: "Neues Passwort",
  passwordRule:
    "Mindestens 15 Zeichen, mit zweitem Schritt 8. Alle Zeichen sind möglich; ein paar Wörter hintereinander sind gut.",
  setPassword: "Passwort setzen",
  resetDone: "Das neue Passwort gilt. Bitte melden Sie sich damit an.",
  backToSignIn: "Zur Anmeldung",
  linkMissing: "Dieser Link ist nicht vollständig. Bitte kopieren Sie ihn ganz aus der E-Mail.",
  invitationTitle: (shop) => `Willkommen bei ${shop}`,
  invitationFor: (name, email) => `Diese Einladung ist für ${name} (${email}).`,
  role: "Ihre Rolle",
  roles: {
    owner: "Inhaberschaft",
    manager: "Leitung",
    warehouse: "Lager",
    accounts: "Buchhaltung",
    support: "Kundendienst",
  },
  join: "Beitreten",
  setUpTitle: "Richten Sie Ihren Shop ein",
  setUpHint:
    "Sie legen das erste Konto an. Es gehört der Inhaberin oder dem Inhaber, darf alles und lädt die anderen ein.",
  setUpCode: "Einrichtungscode",
  setUpCodeHint:
    "Er steht in dem Fenster, in dem der Shop gestartet wurde. Er zeigt, dass der Shop Ihnen gehört.",
  yourName: "Ihr Name",
  language: "Sprache",
  create: "Konto anlegen",
  stepCode: "Code",
  stepAccount: "Konto",
  next: "Weiter",
  setUpNext: "Danach sagen Sie, wie der Shop heißt, wo er verkauft und wo seine Ware liegt.",
};
