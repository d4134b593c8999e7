ALTER TYPE "public"."proposal_kind" ADD VALUE 'split' BEFORE 'recurring';--> statement-breakpoint
ALTER TABLE "transactions" ADD COLUMN "whole_minor" bigint;--> statement-breakpoint
ALTER TABLE "transactions" ADD COLUMN "part_of_id" uuid;--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_part_of_id_transactions_id_fk" FOREIGN KEY ("part_of_id") REFERENCES "public"."transactions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "transactions_part_idx" ON "transactions" USING btree ("part_of_id") WHERE "transactions"."part_of_id" is not null;