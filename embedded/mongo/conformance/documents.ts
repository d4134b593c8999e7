import { type Connection, mongo, Schema } from "mongoose";
import { expect, it } from "vitest";

// The driver's own classes: mongoose does not take those of another copy of bson.
const { Binary, BSONRegExp, Decimal128, Double, Int32, Long, ObjectId, Timestamp, UUID } = mongo;

/** Documents come back as they went in. */
export function describeDocuments(connection: () => Connection): void {
  it("saves a document and finds it by id", async () => {
    const Person = connection().model(
      "Person",
      new Schema({ name: String, age: Number }, { timestamps: true }),
    );
    const person = await new Person({ name: "Ada", age: 36 }).save();
    const found = await Person.findById(person._id);
    expect(found?.toObject()).toEqual(person.toObject());
    expect(found?.createdAt).toBeInstanceOf(Date);
  });

  it("keeps the types of a mongoose schema", async () => {
    const schema = new Schema({
      amount: Schema.Types.Decimal128,
      big: BigInt,
      bytes: Buffer,
      when: Date,
      map: { type: Map, of: Number },
      uuid: Schema.Types.UUID,
      flags: [Boolean],
      anything: Schema.Types.Mixed,
    });
    const Typed = connection().model("Typed", schema);
    const values = {
      amount: Decimal128.fromString("1234567890.0123456789"),
      big: 9_007_199_254_740_993n,
      bytes: Buffer.from([0, 255, 1, 128]),
      when: new Date("2026-02-28T23:59:59.999Z"),
      map: new Map([["a", 1.5]]),
      uuid: new UUID("0f8fad5b-d9cb-469f-a165-70867728950e"),
      flags: [true, false],
      anything: { deep: [{ x: null }, "y", 1.5] },
    };
    const { _id } = await Typed.create(values);
    const found = await Typed.findById(_id).orFail();
    expect(found.amount?.toString()).toBe("1234567890.0123456789");
    expect(found.big).toBe(values.big);
    expect(Buffer.from(found.bytes ?? [])).toEqual(values.bytes);
    expect(found.when).toEqual(values.when);
    expect(found.map?.get("a")).toBe(1.5);
    expect(String(found.uuid)).toBe(values.uuid.toString());
    expect(found.toObject().flags).toEqual(values.flags);
    expect(found.anything).toEqual(values.anything);
  });

  it("keeps every BSON number and object type apart", async () => {
    const collection = connection().collection("types");
    const document = {
      _id: new ObjectId(),
      int: new Int32(1),
      double: new Double(1),
      long: Long.fromNumber(1),
      bigLong: Long.fromString("9223372036854775807"),
      minusZero: new Double(-0),
      decimal: Decimal128.fromString("1.10"),
      uuid: new UUID(),
      binary: new Binary(Buffer.from("x"), 128),
      pattern: new BSONRegExp("^a.c$", "im"),
      time: new Timestamp({ t: 7, i: 2 }),
      date: new Date(-1),
      nothing: null,
      list: [new Double(2), Long.fromNumber(3), [new Int32(4)]],
    };
    await collection.insertOne(document);
    const options = { promoteValues: false, bsonRegExp: true } as const;
    expect(await collection.findOne({ _id: document._id }, options)).toEqual(document);
    await collection.updateOne({ _id: document._id }, { $set: { touched: Long.fromNumber(5) } });
    const after = { ...document, touched: Long.fromNumber(5) };
    expect(await collection.findOne({ _id: document._id }, options)).toEqual(after);
    const projected = await collection.findOne(
      { _id: document._id },
      { ...options, projection: { double: 1, long: 1, list: 1 } },
    );
    expect(projected).toEqual({
      _id: document._id,
      double: document.double,
      long: document.long,
      list: document.list,
    });
  });

  it("keeps the order of fields, also in a projection", async () => {
    const collection = connection().collection("order");
    await collection.insertOne({ z: 1, b: { y: 1, x: 2 }, a: 3 });
    const found = await collection.findOne({}, { projection: { _id: 0 } });
    expect(JSON.stringify(found)).toBe('{"z":1,"b":{"y":1,"x":2},"a":3}');
    const some = await collection.findOne({}, { projection: { _id: 0, a: 1, z: 1 } });
    expect(JSON.stringify(some)).toBe('{"z":1,"a":3}');
  });

  it("refuses a second document with the same _id", async () => {
    const collection = connection().collection("ids");
    await collection.insertOne({ _id: new ObjectId("0123456789abcdef01234567"), a: 1 });
    const again = collection.insertOne({ _id: new ObjectId("0123456789abcdef01234567"), a: 2 });
    await expect(again).rejects.toMatchObject({ code: 11000, keyPattern: { _id: 1 } });
    expect(await collection.countDocuments()).toBe(1);
  });

  it("detects a concurrent change with optimisticConcurrency", async () => {
    const schema = new Schema({ n: Number, list: [String] }, { optimisticConcurrency: true });
    const Versioned = connection().model("Versioned", schema);
    const { _id } = await Versioned.create({ n: 0 });
    const [first, second] = await Promise.all([
      Versioned.findById(_id).orFail(),
      Versioned.findById(_id).orFail(),
    ]);
    first.n = 1;
    await first.save();
    second.n = 2;
    await expect(second.save()).rejects.toMatchObject({ name: "VersionError" });
  });

  it("populates references", async () => {
    const Author = connection().model("Author", new Schema({ name: String }));
    const bookSchema = new Schema({ title: String, author: { type: Schema.Types.ObjectId, ref: "Author" } });
    const Book = connection().model("Book", bookSchema);
    const author = await Author.create({ name: "Ursula" });
    await Book.create([
      { title: "One", author: author._id },
      { title: "Two", author: new ObjectId() },
    ]);
    const books = await Book.find()
      .sort({ title: 1 })
      .populate<{ author: { name: string } | null }>("author");
    expect(books.map((book) => book.author?.name)).toEqual(["Ursula", undefined]);
  });

  it("runs operations inside a session without a transaction", async () => {
    const session = await connection().startSession();
    const collection = connection().collection("sessions");
    await collection.insertOne({ a: 1 }, { session });
    expect(await collection.findOne({ a: 1 }, { session })).toMatchObject({ a: 1 });
    await session.endSession();
  });
}
