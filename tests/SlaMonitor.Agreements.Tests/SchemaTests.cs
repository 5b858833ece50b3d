using System.Globalization;
using System.Text;
using NJsonSchema;
using NJsonSchema.Validation;
using SlaMonitor.Agreements.Binding;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Agreements.Schema;
using SlaMonitor.Agreements.Yaml;
using SlaMonitor.Samples;

namespace SlaMonitor.Agreements.Tests;

public sealed class SchemaTests
{
    private static string Docs(params string[] parts) => Path.Combine([AppContext.BaseDirectory, "docs", .. parts]);

    [Fact]
    public void Write_Schema_IsThePublishedOne()
    {
        var current = Path.Combine(AppContext.BaseDirectory, "agreement.schema.json");
        File.WriteAllText(current, AgreementSchema.Write());

        Assert.True(
            string.Equals(File.ReadAllText(Docs("schemas", "agreement.schema.json")), AgreementSchema.Write(), StringComparison.Ordinal),
            $"The format has changed: copy {current} to docs/schemas/agreement.schema.json.");
    }

    [Theory]
    [InlineData("data/agreements/standard-support.yaml")]
    [InlineData("shipped/standard-support.yaml")]
    public async Task Schema_Sample_IsValid(string path) =>
        Assert.Empty(await Validate(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, path))));

    [Theory]
    [InlineData("within: 4h", "within: 4 hours", ValidationErrorKind.PatternMismatch)]
    [InlineData("metric: firstResponse", "metric: firstResponse, when: { priority: p1 }", ValidationErrorKind.NotInEnumeration)]
    [InlineData("metric: firstResponse", "metric: first response", ValidationErrorKind.PatternMismatch)]
    [InlineData("calendar: business", "calender: business", ValidationErrorKind.NoAdditionalPropertiesAllowed)]
    [InlineData("version: 1", "version: 0", ValidationErrorKind.NumberTooSmall)]
    [InlineData("always: 24x7", "always: 24/7", ValidationErrorKind.NotAnyOf)]
    [InlineData("timeZone: Asia/Shanghai", "# none", ValidationErrorKind.PropertyRequired)]
    public async Task Schema_Mistake_IsFound(string right, string wrong, ValidationErrorKind kind)
    {
        Assert.Empty(await Validate(Encoding.UTF8.GetBytes(TestFiles.Small())));

        var errors = await Validate(Encoding.UTF8.GetBytes(TestFiles.Small().Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Contains(kind, errors.SelectMany(WithInner).Select(error => error.Kind));
    }

    [Fact]
    public void Docs_EveryKeyOfTheFormat_IsExplained()
    {
        var docs = File.ReadAllText(Docs("agreement.md"));
        var keys = typeof(Section).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Section)))
            .SelectMany(type => SectionShape.Of(type).Keys.Select(key => key.Name)).Distinct(StringComparer.Ordinal).ToArray();

        Assert.True(keys.Length > 60, "the format is found by its types");
        Assert.All(keys, key => Assert.Contains($"`{key}`", docs, StringComparison.Ordinal));
    }

    [Fact]
    public void Docs_SmallestAgreement_IsGood()
    {
        var docs = File.ReadAllText(Docs("agreement.md"));
        var start = docs.IndexOf("```yaml\n", StringComparison.Ordinal) + "```yaml\n".Length;

        var load = TestFiles.Load(docs[start..docs.IndexOf("```", start, StringComparison.Ordinal)]);

        Assert.Empty(load.Problems);
        Assert.Equal("lead", load.Book!.Find("support", 1)!.FallbackContact);
    }

    private static async Task<ICollection<ValidationError>> Validate(byte[] yaml)
    {
        var problems = new Problems();
        var document = YamlTree.Read("a.yaml", FileBytes.Decode("a.yaml", yaml, problems)!, problems).Single();
        Assert.False(problems.HasErrors);
        return await Validate(document);
    }

    /// <summary>What an editor that has the schema complains of in a document.</summary>
    internal static async Task<ICollection<ValidationError>> Validate(FileNode document)
    {
        var schema = await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(Docs("schemas", "agreement.schema.json")));
        return schema.Validate(Json(document));
    }

    private static IEnumerable<ValidationError> WithInner(ValidationError error) =>
        error is ChildSchemaValidationError { Errors: var inner }
            ? inner.Values.SelectMany(errors => errors.SelectMany(WithInner)).Prepend(error)
            : [error];

    // As an editor reads YAML: a plain value that looks like a number or a truth value is one.
    private static void WriteJson(FileNode node, StringBuilder json)
    {
        switch (node)
        {
            case FileMapping mapping:
                json.Append('{')
                    .AppendJoin(',', mapping.Entries.Select(entry => $"{Quote(entry.Key.Text)}:{Json(entry.Value)}"))
                    .Append('}');
                break;
            case FileSequence sequence:
                json.Append('[').AppendJoin(',', sequence.Items.Select(Json)).Append(']');
                break;
            case FileScalar { IsPlain: true, Text: var text } when text is "true" or "false"
                || decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _):
                json.Append(text);
                break;
            case FileScalar { Text: var text }:
                json.Append(Quote(text));
                break;
        }
    }

    private static string Json(FileNode node)
    {
        var json = new StringBuilder();
        WriteJson(node, json);
        return json.ToString();
    }

    private static string Quote(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
