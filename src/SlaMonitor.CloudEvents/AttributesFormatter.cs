using System.Text.Json;
using CloudNative.CloudEvents;
using CloudNative.CloudEvents.SystemTextJson;

namespace SlaMonitor.CloudEvents;

/// <summary>
/// Reads the attributes of an event in structured mode, and leaves JSON data where it is: the library would parse it a second time, to keep
/// a copy that nobody asks for.
/// </summary>
internal sealed class AttributesFormatter : JsonEventFormatter
{
    /// <inheritdoc />
    protected override void DecodeStructuredModeDataProperty(JsonElement dataElement, CloudEvent cloudEvent)
    {
        // What is announced as something else has to be text: the library says so.
        if (cloudEvent.DataContentType is { } type && !type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            base.DecodeStructuredModeDataProperty(dataElement, cloudEvent);
    }
}
