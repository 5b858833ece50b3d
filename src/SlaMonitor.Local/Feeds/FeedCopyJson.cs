using System.Text.Json.Serialization;

namespace SlaMonitor.Local.Feeds;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(KeptFeed))]
internal sealed partial class FeedCopyJson : JsonSerializerContext;
