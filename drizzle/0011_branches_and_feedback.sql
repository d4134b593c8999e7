CREATE TYPE "public"."rating" AS ENUM('up', 'down');--> statement-breakpoint
CREATE TABLE "feedback" (
	"run_id" uuid PRIMARY KEY NOT NULL,
	"rating" "rating" NOT NULL,
	"reason" text,
	"comment" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "shown_answer_id" uuid;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "is_temporary" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;