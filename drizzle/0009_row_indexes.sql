-- An entry of an index holds at most 2,704 bytes; names are stored up to this length from now on.
UPDATE "transactions" SET "merchant" = left("merchant", 500) WHERE char_length("merchant") > 500;--> statement-breakpoint
DROP INDEX "transactions_account_idx";--> statement-breakpoint
CREATE INDEX "transactions_user_merchant_date_idx" ON "transactions" USING btree ("user_id","merchant","date");--> statement-breakpoint
CREATE INDEX "transactions_user_size_idx" ON "transactions" USING btree ("user_id","flow",abs("amount_minor"),"date");--> statement-breakpoint
CREATE INDEX "transactions_pending_idx" ON "transactions" USING btree ("user_id") WHERE "transactions"."pending";--> statement-breakpoint
CREATE INDEX "transactions_account_date_idx" ON "transactions" USING btree ("account_id","date");