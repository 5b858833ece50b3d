using System.Diagnostics;
using System.Text.Json;
using SlaMonitor.Architecture.Tests.Doors;
using YamlDotNet.RepresentationModel;

namespace SlaMonitor.Architecture.Tests.Deployment;

/// <summary>
/// The image that the SDK would make, and how <c>compose.yaml</c> runs it: rootless, shut in, and with settings that the program knows. The
/// image itself is made where its base image can be had.
/// </summary>
public sealed class ContainerTests
{
    private static readonly YamlMappingNode Compose = Read("compose.yaml");

    private static YamlMappingNode Monitor => Of(Of(Compose, "services"), "monitor");

    [Fact]
    public async Task Image_IsRootless_AndListensAndKeepsWhereComposeExpectsIt()
    {
        var image = await EvaluateAsync();

        Assert.Equal("sla-monitor", image.Property("ContainerRepository"));
        Assert.Equal("app", image.Property("ContainerUser"));
        // With a shell, which the health check of compose.yaml needs.
        Assert.EndsWith("/dotnet/aspnet:10.0", image.Property("ContainerBaseImage"), StringComparison.Ordinal);
        Assert.Equal(image.Property("Version"), image.Property("ContainerImageTag"));
        Assert.Equal("7071/tcp", Assert.Single(image.Items("ContainerPort").Select(port => $"{port.Identity}/{port["Type"]}")));
        Assert.Equal(
            new() { ["Local__Urls"] = "http://0.0.0.0:7071", ["Local__DataFolder"] = "/data" },
            image.Items("ContainerEnvironmentVariable").ToDictionary(variable => variable.Identity, variable => variable["Value"]));

        Assert.EndsWith($":-sla-monitor:{image.Property("Version")}}}", Text(Monitor, "image"), StringComparison.Ordinal);
        Assert.Equal("127.0.0.1:7071:7071", Assert.Single(Texts(Monitor, "ports")));
        Assert.Equal("data:/data", Assert.Single(Texts(Monitor, "volumes")));
    }

    /// <summary>The user <c>app</c> of .NET's images has this number, and a new volume is root's.</summary>
    [Fact]
    public void Volume_IsGivenToTheImagesUser_BeforeTheMonitorStarts()
    {
        var owner = Of(Of(Compose, "services"), "data-owner");

        Assert.Equal(["chown", "1654:1654", "/data"], Texts(owner, "entrypoint"));
        Assert.Equal(Text(Monitor, "image"), Text(owner, "image"));
        Assert.Equal("service_completed_successfully", Text(Of(Of(Monitor, "depends_on"), "data-owner"), "condition"));
        Assert.Contains(new YamlScalarNode("data"), Of(Compose, "volumes").Children.Keys);
    }

    [Fact]
    public void Monitor_IsShutIn()
    {
        Assert.Equal("true", Text(Monitor, "read_only"));
        Assert.Equal(["ALL"], Texts(Monitor, "cap_drop"));
        Assert.Equal(["no-new-privileges:true"], Texts(Monitor, "security_opt"));
        Assert.DoesNotContain(new YamlScalarNode("user"), Monitor.Children.Keys);
        Assert.Equal("unless-stopped", Text(Monitor, "restart"));
    }

    [Fact]
    public void Settings_AreKnown_AndNoSecretIsWrittenDown()
    {
        var settings = Of(Monitor, "environment").Children.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value.ToString());

        Assert.True(settings.Count > 4);
        Assert.Empty(settings.Keys.Select(Setting).Except(SettingNames.Known));
        Assert.StartsWith("${FUNCTION_KEY:?", settings["FunctionKey"], StringComparison.Ordinal);
        Assert.Contains("mail", Of(Compose, "services").Children.Keys.Select(key => key.ToString()));
        Assert.Equal("mail", settings["Mail__Smtp__Host"]);
    }

    /// <summary>What the Debian package proposes.</summary>
    [Fact]
    public void SettingsOfTheDebianPackage_AreKnown()
    {
        var names = Repository.Read("packaging/debian/environment").Split('\n')
            .Where(line => line.Contains('=', StringComparison.Ordinal) && !line.Contains(' ', StringComparison.Ordinal))
            .Select(line => Setting(line.TrimStart('#').Split('=')[0]))
            .ToList();

        Assert.Equal(5, names.Count);
        Assert.Empty(names.Except(SettingNames.Known));
    }

    private static string Setting(string variable) => variable.Replace("__", ":", StringComparison.Ordinal);

    private static YamlMappingNode Read(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Repository.Read(file)));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static YamlMappingNode Of(YamlMappingNode node, string key) => (YamlMappingNode)node.Children[new YamlScalarNode(key)];

    private static string Text(YamlMappingNode node, string key) => node.Children[new YamlScalarNode(key)].ToString();

    private static IEnumerable<string> Texts(YamlMappingNode node, string key) =>
        ((YamlSequenceNode)node.Children[new YamlScalarNode(key)]).Select(item => item.ToString());

    private static async Task<Evaluated> EvaluateAsync()
    {
        using var msbuild = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                "msbuild", Path.Combine(Repository.Root, "src/SlaMonitor.Functions/SlaMonitor.Functions.csproj"), "-p:FunctionsHost=local",
                "-p:RuntimeIdentifier=linux-x64", "-nodeReuse:false", "-t:ComputeContainerConfig",
                "-getItem:ContainerPort,ContainerEnvironmentVariable",
                "-getProperty:ContainerRepository,ContainerBaseImage,ContainerUser,ContainerImageTag,Version",
            ])
        { RedirectStandardOutput = true, UseShellExecute = false })!;
        var json = await msbuild.StandardOutput.ReadToEndAsync();
        await msbuild.WaitForExitAsync();
        Assert.Equal(0, msbuild.ExitCode);
        return new Evaluated(JsonDocument.Parse(json).RootElement);
    }

    private sealed record Evaluated(JsonElement Root)
    {
        public string? Property(string name) => Root.GetProperty("Properties").GetProperty(name).GetString();

        public IEnumerable<Item> Items(string name) =>
            Root.GetProperty("Items").GetProperty(name).EnumerateArray().Select(item => new Item(item));
    }

    private sealed record Item(JsonElement Element)
    {
        public string Identity => this["Identity"];

        public string this[string metadata] => Element.GetProperty(metadata).GetString()!;
    }
}
