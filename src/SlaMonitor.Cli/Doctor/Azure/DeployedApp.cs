using System.Text.Json.Nodes;
using SlaMonitor.Cli.Doctor.Findings;

namespace SlaMonitor.Cli.Doctor.Azure;

/// <summary>The function app as Azure describes it.</summary>
internal sealed class DeployedApp(AzureCli azure, Installation installation)
{
    /// <summary>What Azure says of it.</summary>
    public Task<JsonNode> ShowAsync(CancellationToken cancellationToken) => AskAsync(cancellationToken, "functionapp", "show");

    /// <summary>The names of its functions.</summary>
    public async Task<IReadOnlyList<string>> FunctionsAsync(CancellationToken cancellationToken) =>
        [.. (await AskAsync(cancellationToken, "functionapp", "function", "list")).Texts("name").Select(name => name.Split('/')[^1])];

    /// <summary>The id of the app.</summary>
    public async Task<string> IdAsync(CancellationToken cancellationToken) => (await ShowAsync(cancellationToken)).Text("id");

    /// <summary>The id of the resource group, with which the ids of all its resources begin.</summary>
    public async Task<string> GroupIdAsync(CancellationToken cancellationToken) =>
        (await IdAsync(cancellationToken)).Split("/providers/")[0];

    /// <summary>One of its settings; <c>null</c> where it is not set.</summary>
    public async Task<string?> SettingAsync(string name, CancellationToken cancellationToken) =>
        (await AskAsync(cancellationToken, "functionapp", "config", "appsettings", "list"))
            .Items().FirstOrDefault(setting => setting.Text("name") == name)?.TextOrNull("value");

    /// <summary>The key by which its functions are called.</summary>
    /// <exception cref="CheckException">There is none, or it may not be read.</exception>
    public async Task<string> KeyAsync(CancellationToken cancellationToken) =>
        (await AskAsync(cancellationToken, "functionapp", "keys", "list"))["functionKeys"]?.TextOrNull("default")
        ?? throw new CheckException("the app has no function key 'default'", "docs/deploy.md, 'Rotating them': az functionapp keys set");

    private Task<JsonNode> AskAsync(CancellationToken cancellationToken, params string[] command) => azure.AskAsync(
        cancellationToken, [.. command, "--resource-group", installation.ResourceGroup, "--name", installation.App]);
}
