using Microsoft.Extensions.Options;

namespace SlaMonitor.Azure.SendGrid;

/// <summary>Checks all of <see cref="SendGridOptions"/> and reports every mistake at once.</summary>
[OptionsValidator]
internal sealed partial class SendGridOptionsValidator : IValidateOptions<SendGridOptions>;
