using Microsoft.Extensions.Options;
using SlaMonitor.Agreements;

namespace SlaMonitor.Monitoring.Agreements;

/// <summary>Loads the folder once when the options are first asked for, so that the host refuses to start rather than to work.</summary>
internal sealed class AgreementFolderCheck : IValidateOptions<AgreementOptions>
{
    public ValidateOptionsResult Validate(string? name, AgreementOptions options)
    {
        if (string.IsNullOrEmpty(options.Folder)) return ValidateOptionsResult.Skip;

        var load = AgreementLoader.LoadFolder(options.FullFolder);
        return load.Book is null
            ? ValidateOptionsResult.Fail(new InvalidAgreementsException(load.Problems).Message)
            : ValidateOptionsResult.Success;
    }
}
