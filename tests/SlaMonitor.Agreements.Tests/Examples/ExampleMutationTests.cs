using System.Text;
using SlaMonitor.Agreements.Amendments;
using SlaMonitor.Agreements.Yaml;

namespace SlaMonitor.Agreements.Tests.Examples;

/// <summary>
/// No key of an example can be lost, misspelt or changed in silence: there is an error or a warning, or the file promises something else.
/// That the fingerprint moves is not enough, because it moves with every word. So no example writes what holds where a key is not given.
/// </summary>
public sealed class ExampleMutationTests
{
    public static TheoryData<string> Names => [.. ExampleFiles.Names, .. ExampleFiles.StartingPoints];

    [Theory]
    [MemberData(nameof(Names))]
    public void Load_ExampleWithOneChange_ComplainsOrPromisesSomethingElse(string name)
    {
        var documents = ExampleFiles.Documents(name);
        var unchanged = Load(name, documents);
        Assert.Empty(unchanged.Problems);
        var (before, changes, silent) = (ModelText.Of(unchanged), 0, new List<string>());

        for (var i = 0; i < documents.Count; i++)
        {
            foreach (var (what, document) in Mutations.Of(documents[i]))
            {
                changes++;
                var load = Load(name, [.. documents.Take(i), document, .. documents.Skip(i + 1)]);
                if (load.Problems.Count == 0 && ModelText.Of(load) == before) silent.Add($"{name}.yaml, {what}");
            }
        }

        Assert.True(changes > (ExampleFiles.StartingPoints.Contains(name) ? 80 : 100), $"only {changes} changes were tried");
        Assert.True(silent.Count == 0, $"{silent.Count} of {changes} changes were silent:\n{string.Join('\n', silent)}");
    }

    [Theory]
    [InlineData("false", "true")]
    [InlineData("09:00-18:00", "10:00-18:00")]
    [InlineData("due + 1h30m", "due + 2h30m")]
    [InlineData("lead", "leadx")]
    public void Other_Value_IsOfTheSameShape(string value, string other) => Assert.Equal(other, Mutations.Other(value));

    private static AgreementLoad Load(string name, IReadOnlyList<FileNode> documents) => AgreementLoader.Load(
    [
        new AgreementText(ExampleFiles.PathOf(name), Encoding.UTF8.GetBytes(string.Join("---\n", documents.Select(DocumentText.Of)))),
    ]);
}
