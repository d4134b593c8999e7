CREATE TYPE "public"."sum_span" AS ENUM('month', 'year');--> statement-breakpoint
CREATE TABLE "flow_sums" (
	"user_id" uuid NOT NULL,
	"span" "sum_span" NOT NULL,
	"first_date" date NOT NULL,
	"flow" "transaction_flow" NOT NULL,
	"account_id" uuid NOT NULL,
	"category" text NOT NULL,
	"currency" text NOT NULL,
	"merchant" text NOT NULL,
	"net_minor" bigint NOT NULL,
	"in_minor" bigint NOT NULL,
	"row_count" integer NOT NULL,
	"in_count" integer NOT NULL,
	"out_count" integer NOT NULL,
	CONSTRAINT "flow_sums_user_id_span_first_date_flow_account_id_category_currency_merchant_pk" PRIMARY KEY("user_id","span","first_date","flow","account_id","category","currency","merchant")
);
--> statement-breakpoint
ALTER TABLE "proposals" ALTER COLUMN "conversation_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "proposals" ALTER COLUMN "run_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "flow_sums" ADD CONSTRAINT "flow_sums_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flow_sums" ADD CONSTRAINT "flow_sums_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "flow_sums_account_idx" ON "flow_sums" USING btree ("account_id");