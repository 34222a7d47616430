-- What nobody had opened comes back also where an officer's word takes the report to the safeguarding lead.
ALTER POLICY came_back ON consent.disclosure WITH CHECK (
    what = 'came-back'
    AND kind = (SELECT context.kind())
    AND account IS NOT DISTINCT FROM (SELECT context.account())
    AND agency IS NOT DISTINCT FROM (SELECT context.agency())
    AND (subject = (SELECT context.subject())
         OR (SELECT context.has_role('SAFEGUARDING_LEAD')) AND subject IN (SELECT subject FROM consent.subject)
         OR (SELECT context.is_task('sweep') OR context.is_task('liaison-clock')
             OR context.is_task('child-found'))));
