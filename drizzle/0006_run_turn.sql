ALTER TABLE "runs" ADD COLUMN "turn" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX "runs_user_created_idx" ON "runs" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "runs_active_user_idx" ON "runs" USING btree ("user_id") WHERE "runs"."status" in ('queued', 'running');