using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Secrets;

namespace SlaMonitor.Monitoring.Tests.Secrets;

public sealed class KeyVaultReferenceTests
{
    private const string Todo =
        "there, see that the app's identity has the role Key Vault Secrets User, and let the app fetch it anew (docs/deploy.md).";

    [Theory]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://kv-1.vault.azure.net/secrets/sendgrid-key)", "the secret 'sendgrid-key'")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://kv-1.vault.azure.net/secrets/sendgrid-key/0123abcd)", "the secret 'sendgrid-key'")]
    [InlineData("@Microsoft.KeyVault(VaultName=kv-1;SecretName=sendgrid-key)", "the secret 'sendgrid-key'")]
    [InlineData(" @microsoft.keyvault(SecretUri=https://kv-1.vault.azure.net/secrets/sendgrid-key/)", "the secret 'sendgrid-key'")]
    [InlineData("@Microsoft.KeyVault(", "the secret")]
    public void Problem_Reference_SaysWhichSettingAndWhatToDo(string value, string secret) =>
        Assert.Equal(
            $"SendGrid:ApiKey has not come from the Key Vault: put {secret} {Todo}",
            KeyVaultReference.Problem("SendGrid:ApiKey", value));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("SG.a-real-key")]
    [InlineData("a secret that speaks of @Microsoft.KeyVault(x)")]
    public void Problem_AnythingElse_IsNone(string? value)
    {
        Assert.Null(KeyVaultReference.Problem("SendGrid:ApiKey", value));
        Assert.False(KeyVaultReference.IsUnresolved(value));
    }

    [Fact]
    public void UnresolvedSecrets_AreAllFound_EachOnce_WhereverTheyStand()
    {
        const string Reference = "@Microsoft.KeyVault(SecretUri=https://kv-1.vault.azure.net/secrets/x)";
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [
                new("Webhooks:Connections:acme:Secret", Reference), new("SendGrid:ApiKey", Reference),
                new("APPSETTING_SendGrid:ApiKey", Reference),
                new("Acknowledgement:Key", "AAAA"), new("Mail:From", null),
            ]).Build();

        Assert.Equal(
            ["SendGrid:ApiKey", "Webhooks:Connections:acme:Secret"],
            new UnresolvedSecrets(configuration).Problems.Select(problem => problem.Split(' ')[0]));
    }

    [Theory]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://kv-1.vault.azure.net/secrets/acknowledgement-key)", 0)]
    [InlineData("AAAA", 0)]
    [InlineData("not base64", 1)]
    [InlineData("", 1)]
    public void AcknowledgementKey_AsReference_IsNoMistakeOfTheSettings(string key, int mistakes)
    {
        var options = new AcknowledgeOptions { Key = key, PublicUrl = "https://sla.example.com" };
        var found = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), found, validateAllProperties: true);

        Assert.Equal(mistakes, found.Count);
    }
}
