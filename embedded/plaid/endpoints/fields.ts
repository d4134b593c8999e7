import { z } from "zod";
import { CountryName } from "../wire/names";

export const CountryCodes = z.array(CountryName).min(1);
export const AccessToken = z.string().min(1, "must be a non-empty string");
export const AccountIds = z.array(z.string());
export const DaysRequested = z.int().min(1).max(730);
