using SlaMonitor.Samples;

namespace SlaMonitor.Agreements.Tests;

/// <summary>Every file in tests/data/agreements/bad has its exact complaints beside it.</summary>
public sealed class BadFileTests
{
    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(TestFiles.Data("bad"), "*.yaml")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Load_BadFile_SaysEveryMistakeWithItsPlaceAndAWayOut(string name)
    {
        var bytes = File.ReadAllBytes(TestFiles.Data("bad", $"{name}.yaml"));

        var load = AgreementLoader.Load([new AgreementText($"{name}.yaml", bytes)]);

        Assert.Null(load.Book);
        Assert.Equal(
            File.ReadAllText(TestFiles.Data("bad", $"{name}.errors")),
            string.Concat(load.Problems.Select(problem => $"{problem}\n")));
    }
}
