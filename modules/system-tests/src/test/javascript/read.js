// Reads so many records of a topic with clients that share no code with Hearsay, and prints a line
// of JSON for each: key, headers, value. Usage: node read.js BROKERS REGISTRY TOPIC COUNT
import { AvroDeserializer, SchemaRegistryClient, SerdeType } from "@confluentinc/schemaregistry";
import { Kafka, logLevel } from "kafkajs";

const [brokers, registry, topic, count] = process.argv.slice(2);
const kafka = new Kafka({ clientId: "plain", brokers: brokers.split(","), logLevel: logLevel.ERROR });
const schemas = new SchemaRegistryClient({ baseURLs: [registry] });
const avro = new AvroDeserializer(schemas, SerdeType.VALUE, {});
const consumer = kafka.consumer({ groupId: `plain-${topic}` });
let left = Number(count);

await consumer.connect();
await consumer.subscribe({ topics: [topic], fromBeginning: true });
await new Promise((done, failed) => {
  // After what passes by itself, as while the group's coordinator starts, it goes on by itself.
  consumer.on(consumer.events.CRASH, ({ payload }) => payload.restart || failed(payload.error));
  consumer
    .run({
      eachMessage: async ({ message }) => {
        if (left <= 0) {
          return;
        }
        const headers = Object.fromEntries(
          Object.entries(message.headers).map(([name, value]) => [name, String(value)]),
        );
        const value = await avro.deserialize(topic, message.value);
        console.log(JSON.stringify({ key: String(message.key), headers, value }));
        left -= 1;
        if (left === 0) {
          done();
        }
      },
    })
    .catch(failed);
});
await consumer.disconnect();
