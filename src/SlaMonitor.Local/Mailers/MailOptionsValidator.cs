using Microsoft.Extensions.Options;

namespace SlaMonitor.Local.Mailers;

/// <summary>Checks all of <see cref="MailOptions"/> and reports every mistake at once.</summary>
[OptionsValidator]
internal sealed partial class MailOptionsValidator : IValidateOptions<MailOptions>;
