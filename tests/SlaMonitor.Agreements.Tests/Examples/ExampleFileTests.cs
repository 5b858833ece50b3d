using NJsonSchema.Validation;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Yaml;

namespace SlaMonitor.Agreements.Tests.Examples;

/// <summary>Whoever copies an example starts from a file that nothing complains of.</summary>
public sealed class ExampleFileTests
{
    public static TheoryData<string> Names => [.. ExampleFiles.Names, .. ExampleFiles.StartingPoints];

    [Fact]
    public void Folder_Examples_AreTen() => Assert.Equal(10, ExampleFiles.Names.Count);

    [Fact]
    public void Folder_StartingPoints_AreFiveInEachLanguage()
    {
        var english = ExampleFiles.StartingPoints.Where(name => !name.EndsWith(".zh-CN", StringComparison.Ordinal)).ToList();

        Assert.Equal(5, english.Count);
        Assert.Equal(english.Select(name => $"{name}.zh-CN").Concat(english).Order(StringComparer.Ordinal), ExampleFiles.StartingPoints);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Load_Example_HasNothingToComplainOf(string name)
    {
        var load = ExampleFiles.Load(name);

        Assert.Empty(load.Problems);
        Assert.Equal(
            Path.GetFileName(name).Replace(".zh-CN", string.Empty, StringComparison.Ordinal),
            Assert.Single(load.Book!.Agreements).Id.Replace("yunwei-fuwu", "zh-support", StringComparison.Ordinal));
    }

    /// <summary>The schema knows whole versions alone: of an amendment it may miss keys, or the value of one that it takes away.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Schema_Example_IsValid(string name)
    {
        var up = ExampleFiles.StartingPoints.Contains(name) ? "../../../" : "../../";
        Assert.StartsWith(
            $"# yaml-language-server: $schema={up}schemas/agreement.schema.json\n", await File.ReadAllTextAsync(ExampleFiles.PathOf(name)),
            StringComparison.Ordinal);
        foreach (var document in ExampleFiles.Documents(name))
        {
            var errors = await SchemaTests.Validate(document);

            if (document is FileMapping mapping && mapping.Find("amends") is not null)
                Assert.All(errors, error => Assert.True(IsMissing(error) || TakesAway(mapping, error), $"{error}"));
            else
                Assert.Empty(errors);
        }
    }

    [Fact]
    public void LoadFolder_AllExamples_LiveInOneFolder() =>
        Assert.DoesNotContain(
            AgreementLoader.LoadFolder(ExampleFiles.Folder).Problems, problem => problem.Severity == ProblemSeverity.Error);

    [Fact]
    public void Readme_EveryExample_HasARow()
    {
        var readme = File.ReadAllText(Path.Combine(ExampleFiles.Folder, "README.md"));

        Assert.All(ExampleFiles.Names, name => Assert.Contains($"| [`{name}`]({name}.yaml) |", readme, StringComparison.Ordinal));
    }

    private static bool TakesAway(FileMapping mapping, ValidationError error) =>
        error.Kind == ValidationErrorKind.ObjectExpected && mapping.Entry(error.Property!) is { Value: FileScalar { IsNothing: true } };

    private static bool IsMissing(ValidationError error) => error is ChildSchemaValidationError { Errors: var inner }
        ? inner.Values.SelectMany(errors => errors).Any(IsMissing)
        : error.Kind is ValidationErrorKind.PropertyRequired or ValidationErrorKind.NotAnyOf;
}
