using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SlaMonitor.Cli.Running;

/// <summary>JSON as a person and a program can read it: indented, with names in their own script.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Form = Made();

    public static void Write(JsonNode document, TextWriter output) => output.WriteLine(document.ToJsonString(Form));

    private static JsonSerializerOptions Made()
    {
        var form = new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        form.MakeReadOnly(populateMissingResolver: true);
        return form;
    }
}
