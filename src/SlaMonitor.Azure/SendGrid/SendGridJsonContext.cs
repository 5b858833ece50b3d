using System.Text.Json;
using System.Text.Json.Serialization;

namespace SlaMonitor.Azure.SendGrid;

/// <summary>The JSON that SendGrid answers with.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SendGridErrors))]
internal sealed partial class SendGridJsonContext : JsonSerializerContext;
