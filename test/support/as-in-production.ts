// Otherwise graphql-js asks of every type, at every turn, whether it comes from another copy of itself.
process.env.NODE_ENV = "production";
