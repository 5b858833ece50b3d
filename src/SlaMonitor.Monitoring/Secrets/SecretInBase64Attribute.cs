using System.ComponentModel.DataAnnotations;

namespace SlaMonitor.Monitoring.Secrets;

/// <summary>
/// Base64, or a secret that has not come yet: that is no mistake of whoever wrote the setting, and no reason not to start.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretInBase64Attribute : ValidationAttribute
{
    private static readonly Base64StringAttribute Base64 = new();

    public override bool IsValid(object? value) => KeyVaultReference.IsUnresolved(value as string) || Base64.IsValid(value);
}
