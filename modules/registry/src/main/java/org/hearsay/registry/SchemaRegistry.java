package org.hearsay.registry;

/** What Hearsay asks of a schema registry. Schemas are Avro schemas as JSON. */
interface SchemaRegistry extends AutoCloseable {

  /** A schema and its id. */
  record Registered(int id, String schemaJson) {}

  /** Adds the schema to the subject unless it has it, and returns its id. */
  int register(String subject, String schemaJson) throws RegistryFailure;

  /** The id of a schema that the subject has. */
  int idOf(String subject, String schemaJson) throws RegistryFailure;

  /** The schema with an id. */
  String schemaById(int id) throws RegistryFailure;

  /** The newest schema of a subject. */
  Registered latest(String subject) throws RegistryFailure;

  /** Sets what the subject's next schema must fit. */
  void setCompatibility(String subject, String level) throws RegistryFailure;

  @Override
  void close();
}
