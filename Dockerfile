FROM rust:1.95-bookworm AS build
# The query page is bundled by npm.
RUN apt-get update && apt-get install -y --no-install-recommends npm && rm -rf /var/lib/apt/lists/*
WORKDIR /banyan
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/banyan/target \
    cargo xtask build && cp target/release/banyan /usr/local/bin/banyan

FROM debian:bookworm-slim
RUN useradd --system --create-home --home-dir /var/lib/banyan banyan
COPY --from=build /usr/local/bin/banyan /usr/local/bin/banyan
USER banyan
WORKDIR /var/lib/banyan
VOLUME /var/lib/banyan
EXPOSE 8080
ENV BANYAN_LISTEN=0.0.0.0:8080 BANYAN_KEYS=/var/lib/banyan
ENTRYPOINT ["banyan"]
CMD ["serve"]
