using SlaMonitor.Architecture.Tests;

namespace SlaMonitor.Infrastructure.Tests.Bicep;

/// <summary>
/// A copy of <c>infra/</c> and of the parameter files, as far from each other as they are here, in a folder that goes away again.
/// </summary>
internal sealed class InfraCopy : IDisposable
{
    private const string Infra = "infra";
    private static readonly string Parameters = $"tests/{typeof(InfraCopy).Assembly.GetName().Name}/Parameters";

    private readonly string _folder = Directory.CreateTempSubdirectory("sla-infra-").FullName;

    public InfraCopy()
    {
        foreach (var file in Repository.Files(Infra, "*").Concat(Repository.Files(Parameters, "*.bicepparam")))
        {
            var copy = Path.Combine(_folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(Repository.Root, file), copy);
        }
    }

    /// <summary>The path of a file of <c>infra/</c>.</summary>
    public string PathOf(string name) => Path.Combine(_folder, Infra, name);

    /// <summary>The path of a parameter file.</summary>
    public string ParameterFile(string set) => Path.Combine(_folder, Parameters, $"{set}.bicepparam");

    /// <summary>Replaces a text that has to be there, and only once.</summary>
    public void Replace(string path, string text, string by)
    {
        var parts = File.ReadAllText(path).Split(text);
        Assert.True(parts.Length == 2, $"'{text}' is {parts.Length - 1} times in {path}, and not once.");
        File.WriteAllText(path, string.Join(by, parts));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
