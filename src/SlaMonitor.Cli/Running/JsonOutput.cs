using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SlaMonitor.Cli.Running;

/// <summary>JSON as a person and a program can read it: indented, with names in their own script.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(JsonNode document, TextWriter output) => output.WriteLine(document.ToJsonString(Form));
}
