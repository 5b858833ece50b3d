namespace SlaMonitor.Architecture.Tests.Sources;

/// <summary>A file is read at one sitting.</summary>
public sealed class SizeTests
{
    private const int LongestFile = 300;
    private const int MostOfOneHost = 150;

    [Fact]
    public void SourceFile_Lines_AreAtMost300() =>
        Assert.DoesNotContain(
            Repository.Files("src", "*.cs")
                .Concat(Repository.Files("tests", "*.cs"))
                .Select(file => (file, Lines: Repository.LinesOf(file))),
            measured => measured.Lines > LongestFile);

    /// <summary>What one host compiles, the other's users never run: it has to stay small enough to be right by inspection.</summary>
    [Fact]
    public void OnlyOneHostCompiles_Lines_StayUnder150()
    {
        var hosts = Repository.Files("src/SlaMonitor.Functions/Hosts", "*.cs").GroupBy(file => file.Split('/')[3]).ToList();

        Assert.Equal(["Azure", "Local"], hosts.Select(host => host.Key).Order(StringComparer.Ordinal));
        Assert.All(hosts, host =>
            Assert.True(host.Sum(Repository.LinesOf) < MostOfOneHost, $"{host.Key} has {host.Sum(Repository.LinesOf)} lines of its own."));
    }
}
