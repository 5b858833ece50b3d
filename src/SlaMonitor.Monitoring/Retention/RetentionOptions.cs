using System.ComponentModel.DataAnnotations;

namespace SlaMonitor.Monitoring.Retention;

/// <summary>For how long what is kept. Bound from the section <c>Retention</c>.</summary>
internal sealed class RetentionOptions : IValidatableObject
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Retention";

    /// <summary>
    /// By how much longer notifications are known than dead letters that may be sent again: a mail waits for two weeks at most before it
    /// becomes one.
    /// </summary>
    private const int LetterMargin = 30;

    /// <summary>
    /// How many days after its last event the log of a settled ticket is reduced to what its outcomes need; 0: never.
    /// </summary>
    /// <value>0 by default.</value>
    [Range(0, 36_500)]
    public int TicketsAfterDays { get; set; }

    /// <summary>
    /// How many days it is known who was told of what. More than a year, so that a monitor that was away for twelve months and reports on
    /// them sends no report twice.
    /// </summary>
    /// <value>400 by default.</value>
    [Range(400, 36_500)]
    public int NotificationsAfterDays { get; set; } = 400;

    /// <summary>How many days it is known what a mail carried, so that somebody else can be told when it comes back.</summary>
    /// <value>90 by default.</value>
    [Range(30, 36_500)]
    public int MailsAfterDays { get; set; } = 90;

    /// <summary>How many days mails that were given up wait for a person.</summary>
    /// <value>90 by default.</value>
    [Range(7, 36_500)]
    public int DeadLettersAfterDays { get; set; } = 90;

    /// <summary>How many days the figures of reports that were sent are kept, to say what has changed since, and for the trend.</summary>
    /// <value>3660 by default: ten years.</value>
    [Range(400, 36_500)]
    public int ReportsAfterDays { get; set; } = 3_660;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (NotificationsAfterDays < DeadLettersAfterDays + LetterMargin)
        {
            yield return new(
                $"{Section}:NotificationsAfterDays is {NotificationsAfterDays}; it has to be {DeadLettersAfterDays + LetterMargin} "
                + $"at least, {LetterMargin} more than {Section}:DeadLettersAfterDays: a dead letter that is sent again "
                + "must not tell anybody twice",
                [nameof(NotificationsAfterDays)]);
        }
    }
}
