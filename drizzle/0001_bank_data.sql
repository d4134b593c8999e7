CREATE TYPE "public"."item_source" AS ENUM('plaid', 'file');--> statement-breakpoint
CREATE TYPE "public"."liability_kind" AS ENUM('credit', 'student', 'mortgage');--> statement-breakpoint
CREATE TYPE "public"."recurring_cadence" AS ENUM('weekly', 'fortnightly', 'twice_monthly', 'monthly', 'quarterly', 'yearly', 'irregular');--> statement-breakpoint
CREATE TYPE "public"."recurring_source" AS ENUM('plaid', 'detected');--> statement-breakpoint
CREATE TYPE "public"."recurring_status" AS ENUM('active', 'early', 'ended');--> statement-breakpoint
ALTER TYPE "public"."item_status" ADD VALUE 'revoked';--> statement-breakpoint
CREATE TABLE "daily_balances" (
	"account_id" uuid NOT NULL,
	"date" date NOT NULL,
	"balance_minor" bigint NOT NULL,
	"is_stated" boolean NOT NULL,
	CONSTRAINT "daily_balances_account_id_date_pk" PRIMARY KEY("account_id","date")
);
--> statement-breakpoint
CREATE TABLE "holdings" (
	"account_id" uuid NOT NULL,
	"plaid_security_id" text NOT NULL,
	"name" text NOT NULL,
	"ticker" text,
	"kind" text,
	"quantity" numeric NOT NULL,
	"price" numeric NOT NULL,
	"value_minor" bigint NOT NULL,
	"cost_basis_minor" bigint,
	"currency" text NOT NULL,
	"price_date" date,
	CONSTRAINT "holdings_account_id_plaid_security_id_pk" PRIMARY KEY("account_id","plaid_security_id")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"row_count" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "liabilities" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"kind" "liability_kind" NOT NULL,
	"rates" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"minimum_payment_minor" bigint,
	"next_payment_due_date" date,
	"last_payment_minor" bigint,
	"last_payment_date" date,
	"last_statement_balance_minor" bigint,
	"last_statement_date" date,
	"is_overdue" boolean,
	"origination_date" date,
	"origination_principal_minor" bigint,
	"maturity_date" date
);
--> statement-breakpoint
CREATE TABLE "recurring_series" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"source" "recurring_source" NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"category" text NOT NULL,
	"cadence" "recurring_cadence" NOT NULL,
	"status" "recurring_status" NOT NULL,
	"average_minor" bigint NOT NULL,
	"last_minor" bigint NOT NULL,
	"is_variable" boolean NOT NULL,
	"currency" text NOT NULL,
	"first_date" date NOT NULL,
	"last_date" date NOT NULL,
	"next_date" date,
	"transaction_ids" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staged_transactions" (
	"lease" uuid NOT NULL,
	"plaid_transaction_id" text NOT NULL,
	"item_id" uuid NOT NULL,
	"row" jsonb,
	CONSTRAINT "staged_transactions_lease_plaid_transaction_id_pk" PRIMARY KEY("lease","plaid_transaction_id")
);
--> statement-breakpoint
CREATE TABLE "transaction_edits" (
	"transaction_id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"category" text,
	"note" text,
	"tags" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"fingerprint" text NOT NULL,
	"type" text NOT NULL,
	"code" text NOT NULL,
	"plaid_item_id" text,
	"payload" jsonb NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"handled_at" timestamp with time zone,
	"outcome" text,
	CONSTRAINT "webhook_events_fingerprint_unique" UNIQUE("fingerprint")
);
--> statement-breakpoint
ALTER TABLE "items" ALTER COLUMN "plaid_item_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ALTER COLUMN "access_token_encrypted" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "persistent_account_id" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "source" "item_source" DEFAULT 'plaid' NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "webhook_url" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "products" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "read_requests" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "read_lease" uuid;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "read_lease_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "reconnect_by" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "has_new_accounts" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "transactions" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "daily_balances" ADD CONSTRAINT "daily_balances_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holdings" ADD CONSTRAINT "holdings_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "liabilities" ADD CONSTRAINT "liabilities_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recurring_series" ADD CONSTRAINT "recurring_series_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recurring_series" ADD CONSTRAINT "recurring_series_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staged_transactions" ADD CONSTRAINT "staged_transactions_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transaction_edits" ADD CONSTRAINT "transaction_edits_transaction_id_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."transactions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transaction_edits" ADD CONSTRAINT "transaction_edits_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "imports_user_idx" ON "imports" USING btree ("user_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "recurring_series_key" ON "recurring_series" USING btree ("account_id","source","key");--> statement-breakpoint
CREATE INDEX "recurring_series_user_idx" ON "recurring_series" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "staged_transactions_item_idx" ON "staged_transactions" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "webhook_events_open_idx" ON "webhook_events" USING btree ("received_at") WHERE "webhook_events"."handled_at" is null;--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "transactions_import_idx" ON "transactions" USING btree ("import_id") WHERE "transactions"."import_id" is not null;