import type { CATALOGUE } from "./category-catalogue";

/**
 * What people buy, and whom they pay, by the category that banks file it under: only words that mean one of them, so
 * "milk" but not "glasses". The names of a category itself are its synonyms in ./category-catalogue.ts.
 */
const WORDS: Partial<Record<keyof typeof CATALOGUE, string>> = {
  groceries:
    "food shop, food shops, food bill, weekly shop, big shop, grocery run, grocery runs, grocery store, grocery stores, grocery shop, grocer, grocers, supermarket run, supermarket runs, supermarket shop, provisions, veg, veggies, vegetables, fruit, milk, bread, eggs, cheese, produce, butcher, bakery, baker, deli, farmers market, greengrocer, food at home, pantry, stuff from the supermarket, food for home",
  restaurants:
    "takeaways, take out, takeouts, take away, take aways, lunches, dinner, dinners, brunch, brunches, supper, suppers, meal out, meals out, dinner out, dinners out, lunch out, food out, restaurant meals, restaurant meal, restaurant visit, restaurant visits, restaurant bill, restaurant bills, eateries, eatery, diner, diners, bistro, bistros, pizza, pizzas, pizzeria, burger, burgers, sushi, burrito, burritos, taco, tacos, kebab, kebabs, delivery food, food deliveries, food ordering, ordering in, order in, fastfood, junk food, canteen, cafeteria, restaurant food, going out to eat, dining at restaurants",
  coffee:
    "caffeine, latte, lattes, cappuccino, cappuccinos, espresso, espressos, coffees, coffee house, coffee houses, coffeehouse, coffee shops, coffee runs, coffee run, coffee stops, cafe visits, coffee place, coffee places, cup of coffee, cups of coffee, brew, java, cold brew, flat white, flat whites",
  alcohol:
    "pub, pubs, beers, wines, cocktail, cocktails, pint, pints, liquor store, liquor stores, spirits, whiskey, whisky, brewery, breweries, boozing, drinking, bar tab, bar tabs, bar bill, bar bills, nights out, night out, nightclub, nightclubs, winery, wineries, alcoholic drinks, off licence, going out drinking, bottles of wine",
  rent: "landlord, landlady, roof over my head, my flat, my apartment, renting",
  mortgage: "mortgage payment, mortgage payments, mortgages, house loan",
  utilities:
    "electric, electricity bill, electricity bills, power bill, power bills, water, heating, sewage, garbage, trash collection, gas bill, gas bills, energy bill, energy bills, energy costs, utility bill, utility bills, utility company, utility costs, gas and electric, electric bills, lights, keeping the lights on, hydro",
  internet_and_phone:
    "wifi, wi fi, phone bills, internet bill, internet bills, mobile bill, mobile phone, cell, cell bill, cellphone, cell service, phone plan, phone service, phone and internet, internet and phone, telecom, telecoms, cable bill, cable tv, landline, data plan, home internet, broadband bill",
  home: "sofa, couch, mattress, lamp, plants, tools, diy, hardware store, hardware stores, decor, home decor, furnishings, appliances, kitchenware, bedding, curtains, paint, lumber, home goods, home supplies, gardening, furnishing",
  fuel: "tank, car fuelled, car fueled, fuelled, fueled, fill up the car, fill up my car, filled up the car, filled up my car, fill the car up, fill up the tank, fill my tank, fill the tank, filled the tank, filled up, fuel up, gas up, tank up, filling the tank, filling up the tank, filling my tank, filling up the car, filling up my car, fill up, fill ups, filling the car, gas fill ups, gas tank, tank of gas, tanks of gas, fuel for the car, car fuel, refueling, refuelling, unleaded, petrol station, petrol stations, filling station, filling stations, gas for the car, gas for my car, fueling up, gassing up, gas money, at the pump, the pump, pump",
  public_transit:
    "buses, bus fare, bus fares, bus tickets, bus ticket, train ticket, train tickets, train fare, train fares, train rides, train ride, train travel, rail, railway, tram, trams, tube, underground, commute, commuting, commuter train, commuter rail, public transportation, mass transit, transit pass, transit fares, subway fares, ferry, light rail, trains and buses, buses and trains",
  taxi_and_rideshare:
    "cab rides, cab ride, taxi rides, taxi ride, taxi fares, cab fares, cab fare, ridesharing, ride sharing, ride hailing, ridehailing, rideshares, ride hails, ride hail, car service rides, getting driven around",
  parking_and_tolls:
    "parking meter, parking meters, parking spots, parking fees, parking fee, parking garage, parking garages, parking tickets, parking lot, parking lots, road tolls, bridge toll, bridge tolls, tolls and parking, toll road, toll roads, car park, car parks, meters",
  car: "car repairs, auto repairs, car wash, car washes, oil change, oil changes, tires, tyres, vehicle maintenance, vehicle repairs, auto parts, car parts, car upkeep, auto shop",
  flights:
    "airfare, airfares, air fare, air tickets, plane ticket, plane, planes, airline tickets, airline ticket, flying, air travel, flight tickets, flight ticket, plane fares, airplane tickets",
  lodging:
    "motel, motels, hostel, hostels, resort, resorts, bnb, hotel room, hotel rooms, hotel stay, hotel stays, hotel bills, hotel bill, accommodations, place to stay, places to stay, inn, inns, overnight stays, room nights",
  other_travel: "cruise, cruises, travel agency, travel agent, travel agents, luggage",
  clothing:
    "outfit, outfits, shoe, sneakers, trainers, boots, jeans, shirt, shirts, tshirts, dress, dresses, jacket, jackets, coat, coats, wardrobe, garments, garment, clothing store, clothing stores, clothes shop, clothes shops, clothes shopping, footwear, threads, new clothes, stuff to wear, things to wear, socks, underwear, accessories",
  electronics:
    "gadget, computer, laptop, laptops, tablet, tablets, headphones, tvs, technology, techy stuff, tech stuff, tech gear, electronic devices, devices, gizmos, consumer electronics, electronics store, hardware and gadgets, tech toys",
  pets: "dog, dogs, cat, cats, puppy, kitten, dog food, cat food, cat litter, pet stuff, pet store, pet stores, pet care, vets, veterinarian, veterinary, vet bill, vet bills, vet visits, the dog, the cat, my dog, my cat, animals, pet shop, pet supply, kibble, pet expenses, pet costs, furry friend",
  general_shopping:
    "gift, presents, book, toys, toy, shopping online, general store, department store, merchandise, retail, bookstore, bookstores",
  streaming_and_media:
    "streaming subscriptions, streaming service, video streaming, music streaming, tv streaming, movie tickets, movie, cinema tickets, films and music, shows and music, podcasts, audiobooks",
  events_and_hobbies:
    "concert, concert tickets, gig, gigs, show tickets, theater, theatre, theaters, museum, festival, festivals, bowling, game, gaming, hobby, event, event tickets, sports tickets, betting, lottery, casino, gambling sites, golf, skiing",
  medical:
    "dentists, dental care, dental work, dental bills, dental bill, dental visits, dentist visits, dentist bill, dentist bills, doctor bills, doctor bill, doctors bills, medical bills, medical bill, medical costs, medical expenses, physician, therapist, therapy, clinic, optician, optometrist, teeth, my teeth, physio, physiotherapy, surgery, doctor visits, doctors visits, health care, copay, copays, orthodontist, tooth, toothache",
  pharmacy:
    "chemist, drug store, drugstores, drug stores, meds, medicines, medication, medications, prescription, pills, vitamins, pharmacy runs, over the counter meds, prescription drugs, cold medicine",
  fitness:
    "gym membership, gym fees, gym fee, gym dues, fitness studio, fitness club, health club, yoga, pilates, crossfit, exercise, exercising, working out, workouts, personal trainer, swimming pool, sport, sports",
  personal_care:
    "hair cut, hair cuts, hairdresser, hairdressers, hairstylist, barbers, barber shop, barbershop, hair salon, hair salons, salons, nails, nail salon, manicure, manicures, spa, massage, massages, cosmetics, makeup, skincare, toiletries, getting my hair cut, getting my hair done, hair appointments, beauty products, grooming, trims, haircare, hair care",
  insurance:
    "car insurance, auto insurance, health insurance, home insurance, renters insurance, life insurance, insurer, insurers, insurance payments, insurance payment, insurance company, insurance premium, insurance bill, insurance bills, insurance policy, premiums",
  education:
    "college, tuition fees, textbooks, textbook, classes, lessons, tutoring, tutor, online courses, student fees",
  childcare: "babysitting, babysitters, day care, after school care, creche, preschool, nursery school",
  other_services:
    "lawyer, lawyers, accountant, postal services, post office, stamps, cleaner, cleaners, cleaning lady, plumber, electrician",
  donations:
    "donate, donated, donating, charitable giving, charitable donations, good causes, good cause, giving to charity, philanthropy, charitable contributions, charity donations, charitable gifts, causes, nonprofits",
  taxes_and_government: "income tax, property tax, irs, government, dmv, council tax",
  bank_fees:
    "atm fee, atm charges, atm charge, banking fees, banking charges, overdraft fees, overdraft fee, bank service fees, service charges, account fees, maintenance fees",
  interest_charges:
    "interest charges, interest on my card, interest on my cards, interest on credit cards, finance charges, finance charge, card interest charges, credit card interest charges, cc interest, borrowing costs, interest fees",
  car_loan: "auto loan payments, car loan payments, car finance, auto loans, car loans",
  student_loan:
    "student loan payment, student loan payments, student debt payments, college loan, college loans, university debt, college debt, student loan repayments, loan for college",
  person_to_person:
    "my friends, pals, buddies, p2p payments, peer to peer, people i know, friends and family, family and friends, payments to friends, payments to people, venmo payments, zelle payments, individuals, venmos, zelles, friend",
  cash: "atm withdrawals, atm withdrawal, cash withdrawals, cash withdrawal, cash machine, cash machines, cashpoint, cash from the atm, cash out of the atm, taken out in cash, atms",
};

const BY_PHRASE = new Map(
  Object.entries(WORDS).flatMap(([id, words]) => words.split(",").map((word) => [word.trim(), id])),
);

/** The category of what is bought, in lower case without punctuation; nothing for what is in several or none. */
export const categoryOfWord = (phrase: string): string | undefined => BY_PHRASE.get(phrase);

/** Every such word with its category. */
export const categoryWords = (): IterableIterator<[word: string, category: string]> => BY_PHRASE.entries();
