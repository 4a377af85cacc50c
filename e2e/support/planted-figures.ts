/** TSMC would have far more packaging than anybody published. */
export const PLANTED = `id,metric,entity,period_start,period_end,value,unit,kind,published,publisher,confidence
own-cowos-2026,cowos_capacity,TSMC,2026-12-31,2026-12-31,300000,wafer/month,forecast,2026-09-20,Own desk,high
own-cowos-2027,cowos_capacity,TSMC,2027-12-31,2027-12-31,500000,wafer/month,forecast,2026-09-20,Own desk,high
own-later,capex,Meta,2027-01-01,2027-12-31,1,USD_bn,forecast,2026-10-20,Own desk,low
`;
