ALTER TABLE "imports" ADD COLUMN "balance_minor" bigint;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "balance_date" date;